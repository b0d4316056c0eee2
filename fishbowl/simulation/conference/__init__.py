"""A simulated conference: two days, sessions in several rooms at once, and what joins them.

It runs as a separate process (``python -m fishbowl.simulation.conference``). People are known from
one session to the next by passes; they read the letters that the demo's mail server has kept, and
press what the letters offer. Everything goes through the pages that browsers use.
"""
