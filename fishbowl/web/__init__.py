"""The pages: one blueprint a face, the doors, the files that pages are made of.

Pages know the service and never the live connections.
"""

from fishbowl.web.wiring import add_web

__all__ = ["add_web"]
