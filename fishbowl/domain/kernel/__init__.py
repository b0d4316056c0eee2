"""What every kind of stream shares: ids, errors, roles, words. It knows no subject."""
