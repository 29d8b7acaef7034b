"""The project's own set of remarks: which statements of several reports are one utterance."""
