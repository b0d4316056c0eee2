"""Pages for the room: display, stage monitor, QR codes and the join sheet."""
