"""The facilitator's page, and what it fetches beside the live view."""
