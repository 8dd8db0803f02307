"""Contested events, their claims, times, places and distances: a library without a user interface.

A notebook needs few names::

    from geo import open_view, export_view, cite

`__init__.pyi` lists them. Each is imported when it is first used, so that `import geo` and a
command such as `geo check` do not wait for the engines of the others.
"""

import lazy_loader

# The only place where the version is written: the package and `geo --version` read it here.
__version__ = "0.2.0.dev0"

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
