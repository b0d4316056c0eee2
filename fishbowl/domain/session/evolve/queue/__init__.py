"""What happens to requests and calls, and to places in the queue."""
