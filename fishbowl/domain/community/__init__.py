"""The community: the members of one installation, and what they have agreed to.

The same layers as in :mod:`fishbowl.domain.session`, with other subjects. All of it is one stream.
Contacts (e-mail addresses, anything that reaches a person) are never in it.
"""
