/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as o,b as r}from"./board-X67XFY7D.js";import"./board-VSF773S7.js";import"./board-THE26QVD.js";import"./board-X2TOAUSO.js";export{o as Link,r as Pick};
