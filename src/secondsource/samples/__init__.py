"""The sample pile: invented reports that show what the program does, with their gold beside them."""
