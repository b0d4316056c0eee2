"""Live fishbowl discussions. Importing the package loads nothing; see ``__main__``."""

__version__ = "1.0.0"
