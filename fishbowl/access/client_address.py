"""Where a request comes from, as the key of a limit: kept in memory, never written down."""

from ipaddress import IPv4Address, IPv6Address, ip_address

NETWORK_BITS = 64
"""Of an IPv6 address: a household is given at least so large a network, and may use all of it."""


def limit_key(address: str) -> str:
    """Bring an address into the form in which it is counted.

    :param address: an IPv4 or IPv6 address; anything else is counted as it is.
    """
    try:
        found: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(IPv6Address(int(found) >> NETWORK_BITS << NETWORK_BITS))
    return address
