"""The three faces in a real browser. A package, so that the browser closes at its end."""
