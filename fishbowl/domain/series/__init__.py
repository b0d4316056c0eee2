"""Series and their occasions: what belongs together over months, or over the days of a conference.

Each series is a stream of its own, ``series/ID``. Members are known by their numbers alone; what
they are called is in the community.
"""
