"""Where and when: addresses, coordinates, devices, plates, dates of birth."""
