"""Serves the built front end."""

from flask import Blueprint, Response, abort, request

from fishbowl.web.context import here

_FOR_EVER = "public, max-age=31536000, immutable"

bp = Blueprint("files", __name__)


@bp.get("/static/<name>")
def show(name: str) -> Response:
    """Serve a built file; files with hashed names are immutable."""
    asset = here().assets.get(name)
    if asset is None:
        abort(404)
    response = Response(asset.content, content_type=asset.mime)
    if asset.zipped is not None:
        response.vary.add("Accept-Encoding")
        if request.accept_encodings.quality("gzip") > 0:
            response.set_data(asset.zipped)
            response.content_encoding = "gzip"
    response.headers["Cache-Control"] = _FOR_EVER if asset.hashed else "no-cache"
    return response
