"""The method, and nothing but the method.

Pure: no clock, no randomness, no input or output. Time, ids and draws are passed in.
"""
