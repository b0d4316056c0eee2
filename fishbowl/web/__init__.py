"""The HTTP pages, in a folder for each subject, and the built front-end files.

Pages use the services and never the live connections.
"""

from fishbowl.web.wiring import add_web

__all__ = ["add_web"]
