"""Mail: letters, and the SMTP server that takes them."""
