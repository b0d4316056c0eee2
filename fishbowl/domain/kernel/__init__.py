"""What every kind of stream shares: places, instants, errors, roles, words. It knows no subject."""
