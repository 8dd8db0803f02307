"""Charts in the look of the map.

`__init__.pyi` lists the names. Altair, which takes a quarter of a second to load, comes with the
first chart that is drawn: what chooses or describes charts needs none of it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
