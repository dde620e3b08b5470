"""No test reaches the network: what one needs from outside, it brings along."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
@pytest.mark.parametrize("host", ["192.0.2.1", "198.51.100.7", "2001:db8::1"])
def test_addresses_outside_are_refused(host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with pytest.raises(SocketConnectBlockedError):
        socket.socket(family, socket.SOCK_STREAM).connect((host, 443))
