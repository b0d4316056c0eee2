"""A short story of the three faces in the other browser engines, WebKit and Firefox.

Half of a room has iPhones, and the other tests drive Chromium alone. ``make test-browsers``
runs it; see :mod:`tests.engines.__main__`.
"""
