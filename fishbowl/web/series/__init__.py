"""The pages of series: for everybody, for members, and on walls between sessions."""
