"""What differs by tongue: typed tables, read from the data files of en/, fr/, de/ …"""
