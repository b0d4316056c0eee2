"""The address of a client as the key of a rate limit: kept in memory, never stored."""

from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address

CUSTOMER_BITS = 56
"""Of an IPv6 address: what one customer of a provider is given, and may change at will within."""
HOST_BITS = 128 - CUSTOMER_BITS


@lru_cache(4096)
def limit_key(address: str) -> str:
    """Bring an address into the form in which it is counted.

    :param address: an IPv4 or IPv6 address; anything else is counted as it is.
    """
    try:
        found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(IPv6Address(int(found) >> HOST_BITS << HOST_BITS))
    return str(found)
