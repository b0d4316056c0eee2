"""Live fishbowl discussions. Importing the package loads nothing; see ``__main__``."""

__version__ = "0.1.0"
