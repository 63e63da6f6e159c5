"""What people are called on the net: addresses, handles, links."""
