"""Small pieces of the window: plain values in, signals out. They know neither the models nor `core`."""
