"""The application: what it is made of, how it is served, how it ends."""

from fishbowl.app.create import create_app
from fishbowl.app.serving import owner_link, serve_app, stop_app

__all__ = ["create_app", "owner_link", "serve_app", "stop_app"]
