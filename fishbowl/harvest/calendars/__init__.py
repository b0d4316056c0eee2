"""Calendars (RFC 5545) of what is to come: the feed of a series, and invitations by mail."""

from fishbowl.harvest.calendars.series import Invitation, Method, Person, series_calendar

__all__ = ["Invitation", "Method", "Person", "series_calendar"]
