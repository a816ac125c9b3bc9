"""The rules themselves: values in, values out; no clock, no network, no framework."""
