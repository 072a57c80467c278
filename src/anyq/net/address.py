"""Which addresses a name stands for, and which of them a stranger may make us connect to."""

import queue
import socket
import threading
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from anyq.errors import FetchError

Resolve = Callable[[str, int], Sequence[str]]  # host, port -> addresses as numbers, best first

_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


def system_resolve(host: str, port: int) -> list[str]:
    """The addresses that the system's resolver gives, in its order.

    Raises:
        OSError: no such name, or no answer.
    """
    return list(dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def is_global(address: str) -> bool:
    """True if the address is on the public internet; an IPv4 address inside an IPv6 one is judged by itself."""
    try:
        inner = _unwrapped(ip_address(address.split("%")[0]))
    except ValueError:
        return False
    return inner.is_global and not inner.is_multicast


def _unwrapped(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(address, IPv6Address):
        if address in _NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
        if address.teredo:
            return address.teredo[1]
        return address.ipv4_mapped or address.sixtofour or address
    return address


def is_number(host: str) -> bool:
    """True if ``host`` is an address and not a name."""
    try:
        ip_address(host.strip("[]").split("%")[0])
    except ValueError:
        return False
    return True


def checked_addresses(host: str, port: int, resolve: Resolve, *, private: bool, timeout_s: float) -> list[str]:
    """The addresses of ``host`` that may be connected to; resolved here, once.

    One address that is not public refuses the name: an honest site has no such second answer.

    Raises:
        FetchError: no such name, no answer in time, or an address that is not public.
    """
    addresses = [host] if is_number(host) else _resolved(host, port, resolve, timeout_s)
    refused = [a for a in addresses if not private and not is_global(a)]
    if refused:
        raise FetchError(
            f"{host} is {'' if refused[0] == host else refused[0] + ', '}an address inside a private network",
            expected="a public address",
            cure="give a public page, or save this one and read the file",
        )
    return addresses


def _resolved(host: str, port: int, resolve: Resolve, timeout_s: float) -> list[str]:
    answer: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answer.put(list(resolve(host, port)))
        except (OSError, UnicodeError) as e:
            answer.put(e if isinstance(e, OSError) else OSError(str(e)))

    # getaddrinfo takes no timeout; a daemon thread may be left behind with it
    threading.Thread(target=ask, daemon=True).start()
    try:
        found = answer.get(timeout=max(timeout_s, 0.001))
    except queue.Empty:
        found = OSError("no answer from the name server")
    if isinstance(found, OSError) or not found:
        why = f": {found.strerror or found}" if isinstance(found, OSError) else ""
        raise FetchError(
            f"no address for {host}{why}", expected="a name that exists", cure="check the address and the network"
        )
    return found
