"""The formats as their own descriptions tell them, one file each."""
