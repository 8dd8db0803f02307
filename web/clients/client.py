"""Which client sends a request: its address, as far as clients can be distinguished."""

from ipaddress import IPv6Address, ip_address

from starlette.types import Scope


def find_client(scope: Scope) -> str:
    """Return the address of a client; of IPv6 the part that one network shares.

    Behind a proxy it is what the proxy states in X-Forwarded-For, where uvicorn trusts it
    (FORWARDED_ALLOW_IPS; by default a proxy on this machine).

    Examples
    --------
    >>> find_client({"client": ("192.0.2.7", 50000)})
    '192.0.2.7'
    >>> find_client({"client": ("2001:db8:1:2:3:4:5:6", 50000)})
    '2001:db8:1:2::'
    """
    host = str((scope.get("client") or ("",))[0])
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return host
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Address(int(address) >> 64 << 64))
