"""Whose request it is: the one reading of X-Forwarded-For, for limits and for the list of sessions."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "0.0.0.0"  # noqa: S104 - stands for no address, as where the server listens on a socket file


def client_address(request: HttpRequest) -> str:
    """The address of who asks.

    Each of our NUM_PROXIES proxies adds to the end of X-Forwarded-For the address it was called from; everything before
    that is what the visitor wrote and proves nothing. A header that is too short did not come through the proxies.
    """
    proxies: int = settings.NUM_PROXIES
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    found = hops[-proxies] if 0 < proxies <= len(hops) else request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(found.strip("[]"))
    except ValueError:
        return UNKNOWN
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(address)


def counted_as(address: str) -> str:
    """What `address` counts as in a limit: one household has a whole /64 of IPv6 addresses to try from."""
    if ":" in address:
        return str(ip_network(f"{address}/64", strict=False))
    return address
