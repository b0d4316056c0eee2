"""Pairing rounds: what is solved, who is asked, and who is paired again while a round goes on."""
