"""What one face shows, made from a session; pure.

A view is a mapping of slice names to slices. A face is sent the slices that changed, whole.
"""
