"""What hosts and everybody see of a series, without any language."""
