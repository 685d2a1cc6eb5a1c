/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a}from"./board-3IQ3246F.js";import"./board-TNPXJY23.js";import"./board-QVS3TUGR.js";import"./board-OK73VCRR.js";import"./board-XMP4NRM4.js";export{a as People};
