"""The live server: Socket.IO between the faces and the service."""
