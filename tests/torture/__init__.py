"""Breaking a running server on purpose, again and again, and counting what is lost: nothing."""
