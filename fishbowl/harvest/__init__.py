"""Derives summary, charts and exports from a log. Pure functions, as in the domain.

All output goes through :func:`publishable`: :func:`charts` and :func:`export` call it themselves,
and pages call it before they render.
"""

from fishbowl.harvest.attribution import publishable
from fishbowl.harvest.exports import FORMATS, TABLES, Format, export, refusal
from fishbowl.harvest.geometry import Charts, charts
from fishbowl.harvest.model import Summary
from fishbowl.harvest.summary import summarise

__all__ = [
    "FORMATS",
    "TABLES",
    "Charts",
    "Format",
    "Summary",
    "charts",
    "export",
    "publishable",
    "refusal",
    "summarise",
]
