"""What is made from a log: the summary, its charts, the exports. Pure, as the domain is.

Everything that leaves goes through :func:`publishable`: :func:`charts` and :func:`export` call
it themselves, a page calls it before it renders.
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
