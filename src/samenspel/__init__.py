"""samenspel: a self-test for two organisations that work together in a neighbourhood."""

__version__ = "0.2.0.dev0"
