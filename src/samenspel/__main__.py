"""``python -m samenspel`` is the command ``samenspel``."""

from samenspel.cli import main

main()
