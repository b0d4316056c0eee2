"""What the pages and walls of a series show, without who asks and without any language."""
