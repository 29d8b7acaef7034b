"""secondsource: which reports are the same copy, who said what, and how many independent sources stand behind it."""

__version__ = "0.1.0"
